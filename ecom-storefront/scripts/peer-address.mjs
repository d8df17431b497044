// Loaded before the server: from here on `X-Forwarded-For` is what we know of the caller's address ourselves, and no more.
// Next keeps the header of any caller, so that everybody could be anybody to the limits of the gateway.
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Who may say for whom they call: addresses or CIDR ranges, separated by commas. */
export function rangesOf(list) {
  const ranges = new BlockList();
  for (const range of list.split(',').map((it) => it.trim()).filter(Boolean)) {
    const [address, bits] = range.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (!isIP(address)) {
      throw new Error(`${range} is no address`);
    }
    ranges.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return ranges;
}

/** The peer, or the last hop before our own proxies that they tell of. */
export function callerOf(peer, forwarded, trusted) {
  const isTrusted = (address) => isIP(address) !== 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  const hops = String(forwarded ?? '').split(',').map((it) => it.trim());
  let caller = plain(peer);
  for (let index = hops.length - 1; index >= 0 && isTrusted(caller); index--) {
    if (!isIP(hops[index])) {
      break;
    }
    caller = plain(hops[index]);
  }
  return caller;
}

function plain(address) {
  return String(address ?? '').replace(/^::ffff:(?=\d+\.)/, '');
}

const trusted = rangesOf(process.env.ECOM_STOREFRONT_TRUSTEDPROXIES ?? '');
/** Next asks itself for the page that an action leads to, with the headers of the action; nobody else knows this word. */
const OWN = randomUUID();
const emit = http.Server.prototype.emit;
http.Server.prototype.emit = function (event, request, ...rest) {
  if (event === 'request' && request.headers['x-ecom-own'] !== OWN) {
    request.headers['x-ecom-own'] = OWN;
    request.headers['x-forwarded-for'] = callerOf(request.socket.remoteAddress, request.headers['x-forwarded-for'], trusted);
    delete request.headers['forwarded'];
    delete request.headers['x-real-ip'];
  }
  return emit.call(this, event, request, ...rest);
};
