/** What operators decide; docs/storefront.md lists it. Read when asked for, since a build knows none of it. */
export const settings = {
  /** Where the gateway is. */
  gateway: () => process.env.ECOM_GATEWAY_URL ?? 'http://127.0.0.1:8080',

  /** What shoppers type into their browsers. Over https cookies are bound to the host. */
  origin: () => process.env.ECOM_STOREFRONT_ORIGIN ?? 'http://127.0.0.1:3000',

  /** Sites whose pictures may be shown, besides our own. */
  imageOrigins: () => (process.env.ECOM_STOREFRONT_IMAGEORIGINS ?? '').split(',').map((it) => it.trim()).filter(Boolean),

  /** Whether this is what shoppers get, and not the development server. */
  isBuilt: () => process.env.NODE_ENV === 'production',

  isSecure: () => settings.origin().startsWith('https://'),
};
