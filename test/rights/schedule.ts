const noId = '0198f0a0-0000-7000-8000-000000000000';
const there = { from: '2023-10-09', to: '2023-10-10' };

/** 日程 and 改期, of the samples in test/samples.ts. */
export const scheduleSamples: Record<string, () => [path: string, body?: object]> = {
  'GET /api/schedule': () => ['/api/schedule'],
  'GET /api/campaigns/:id/collisions': () => [`/api/campaigns/${noId}/collisions?from=2023-10-09&to=2023-10-10`],
  'POST /api/campaigns/:id/moves': () => [`/api/campaigns/${noId}/moves`, { version: 1, ...there, reason: '试' }],
  'POST /api/campaigns/:id/moves/undoing': () => [`/api/campaigns/${noId}/moves/undoing`, { version: 1, reason: '试' }],
  'GET /api/calendar-link': () => ['/api/calendar-link'],
  'POST /api/calendar-link': () => ['/api/calendar-link', { secret: `${Math.floor(performance.now() * 1e6)}`.padStart(32, '0') }],
  'POST /api/calendar-link/revoking': () => ['/api/calendar-link/revoking', {}],
  'GET /api/campaign-moves': () => ['/api/campaign-moves'],
  'GET /api/campaign-moves.xlsx': () => ['/api/campaign-moves.xlsx'],
  'POST /api/campaign-moves/seen': () => ['/api/campaign-moves/seen', { campaignId: noId, no: 1 }],
};
