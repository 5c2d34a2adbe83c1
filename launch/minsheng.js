import './old-node.js';

import('./launch.js').then(({ launch }) => launch({ scope: 'start', web: false, program: 'server/command/main.ts' }));
