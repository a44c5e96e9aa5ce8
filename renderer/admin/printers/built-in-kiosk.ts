/** The kiosk of the server's own machine; the contract names it. */
export const builtInKiosk = 'kiosk-1';
