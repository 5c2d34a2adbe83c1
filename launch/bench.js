import './old-node.js';

import('./launch.js').then(({ launch }) => launch({ scope: 'all', web: true, program: 'bench/run.ts' }));
