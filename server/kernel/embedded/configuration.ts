/** No parallel plans, no just-in-time compiling, no replication: a county's database at rest stays small. */
const small = {
  shared_buffers: '32MB',
  max_connections: '40',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  jit: 'off',
  io_method: 'sync',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  max_worker_processes: '4',
  autovacuum_max_workers: '1',
  max_logical_replication_workers: '0',
  max_wal_senders: '0',
  wal_level: 'minimal',
  max_wal_size: '256MB',
  min_wal_size: '32MB',
  dynamic_shared_memory_type: 'mmap', // in the data folder: /dev/shm is tiny or missing in many containers
  timezone: 'UTC',
  log_min_messages: 'log', // failed statements are the application's to report, and quote residents' rows
  log_checkpoints: 'off',
  lc_messages: 'C', // refusals.ts reads what it says
};

const forgetful = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

const windows = process.platform === 'win32';

/** Node cannot reach a private socket on Windows, so there it is the loopback. */
export type Listening = { host: string; port: number };

export function postgresArguments(cluster: string, { host, port }: Listening, durable: boolean): string[] {
  const heard = windows
    ? { listen_addresses: host, port: String(port) }
    : { listen_addresses: '', port: String(port), unix_socket_directories: host, unix_socket_permissions: '0700' };
  const settings = { ...small, ...heard, ...(durable ? {} : forgetful) };
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

const locales: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['--locale=C.UTF-8'],
  darwin: ['--locale=C', '--lc-ctype=en_US.UTF-8'],
};

/** Sorted by code point everywhere; letters of all scripts known, without which pg_trgm drops Chinese. */
export function initdbArguments(cluster: string, durable: boolean): string[] {
  const locale = locales[process.platform] ?? ['--locale=C'];
  return [
    '-D',
    cluster,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--no-instructions',
    ...locale,
    ...(durable ? [] : ['-N']),
  ];
}
