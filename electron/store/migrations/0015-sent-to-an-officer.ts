/** To whom a desk sent a visitor who waits. */
export const sentToAnOfficer = `
ALTER TABLE steps ADD COLUMN forUserId INTEGER REFERENCES users (id);
`;
