// Everything that has to be loaded before the server is.
import './outage-status.mjs';
import './peer-address.mjs';
