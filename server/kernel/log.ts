import { pino } from 'pino';

/** To standard error, so that standard output stays the commands' own. Never a name, a body or a query string. */
const destination = pino.destination({ dest: 2, sync: false, minLength: 4096 });
export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);

// a line each would cost every request a write of its own; what is not full waits a second, and no longer than the process
setInterval(() => destination.flush(), 1000).unref();
