/** A number as it is typed at desks: `K-027`, `k27`, `a1 5`, `27`. */
export const typedNumberPattern = /^(?:[a-z]{1,2}[0-9]?[-. ]{0,3})?[0-9]{1,6}$/i;
/** An address of a computer, or what it begins with: `192.168.1.`. */
export const typedAddressPattern = /^[0-9a-f.:]{2,45}$/i;
