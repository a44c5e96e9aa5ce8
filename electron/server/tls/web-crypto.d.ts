// What Node has of the browsers' cryptography, by the names that @peculiar/x509 knows it by.
type Crypto = import('node:crypto').webcrypto.Crypto;
type CryptoKey = import('node:crypto').webcrypto.CryptoKey;
type CryptoKeyPair = import('node:crypto').webcrypto.CryptoKeyPair;
