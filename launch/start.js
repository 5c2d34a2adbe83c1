import './old-node.js';

import('./launch.js').then(({ launch }) => launch({ scope: 'start', web: true, program: 'server/main.ts' }));
