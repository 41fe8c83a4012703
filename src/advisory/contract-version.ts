/** Value of `schema` in every record. A new key keeps it, a changed meaning is `/2`. */
export const CONTRACT_VERSION = 'technet-advisory/1';
