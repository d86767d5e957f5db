/** The version of this contract. In a file of its own, so that the embed takes it without the schemas. */
export const contractVersion = 1;
