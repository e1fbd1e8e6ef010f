/**
 * The last word of a worker on a port it is about to lose. A terminated worker's ports fall silent, and Chromium
 * sends no `close` event for them, so without it the other end would wait for ever.
 */
export const goodbye = 'goodbye';
