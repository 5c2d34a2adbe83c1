/** Where the journeys run: another port keeps two runs on one machine apart. */
export const port = Number(process.env.MINSHENG_JOURNEY_PORT ?? 8091);
export const addressOf = (county: '430523' | '430599') => `http://${county}.localhost:${port}`;
