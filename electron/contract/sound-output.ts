/** Letters of a sound device's name, as systems give them. */
export const longestOutput = 200;
