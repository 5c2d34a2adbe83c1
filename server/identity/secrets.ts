import { hash, randomBytes } from 'node:crypto';

/** What a session or an invitation is known by: the holder has the secret, the database its digest. */
export const newSecret = () => randomBytes(24).toString('base64url');
export const digestOf = (secret: string) => hash('sha256', secret);
