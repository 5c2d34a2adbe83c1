import { pino } from 'pino';

/** To standard error, so that standard output stays the commands' own. Never a name, a body or a query string. */
export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: false }));
