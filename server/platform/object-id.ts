/** Whether this can be the id of a row at all: addresses, forms and sockets bring whatever somebody wrote into them. */
export const isObjectId = (said: string): boolean => /^[0-9a-f]{24}$/.test(said);
