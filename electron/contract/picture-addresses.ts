/** The name of a picture of the hall's own, which is also its file's. */
export const ownPicturePattern = /^[A-Za-z0-9_-]{22}\.png$/;

/** Whether a counter's `icon` is a picture of the hall's own and not one of those that Antre brings. */
export function isOwnPicture(icon: string): boolean {
  return ownPicturePattern.test(icon);
}

/** Where a page finds a picture of the hall's own. */
export function addressOfPicture(name: string): string {
  return `/pictures/${name}`;
}
