type Status = 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503;

/** "No", said to a person: what is wrong, then what to do. A plain value, because JSON drops an Error's message. */
export type Refusal = { code: string; status: Status; message: string; fields?: Record<string, string> };
export const refusal = (code: string, status: Status, message: string): Refusal => ({ code, status, message });

/** Carries a refusal out of an action; the transaction rolls back on the way. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

export function refuse(refusal: Refusal): never {
  throw new Refused(refusal);
}
