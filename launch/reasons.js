const reasons = [
  [/ENOSPC|no space left/i, '磁盘满了，没有装完；请腾出至少 1.5 GB 空间，再运行一次。'],
  [/EACCES|EPERM|EROFS/, '没有权限写程序文件夹或 npm 的缓存；请用拥有它们的用户运行，或把它们交给当前用户（chown -R）。'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i,
    '连不上 npm 软件源；请检查网络或 npm 的 registry 设置，再运行一次。',
  ],
  [/EINTEGRITY/, '下载的软件包与锁定的不一致；请运行 npm cache clean --force，再运行一次。'],
];

/** The sentence for what npm or the file system said; null when nobody has thought of it. */
export const reasonFor = (said) => reasons.find(([sign]) => sign.test(said))?.[1] ?? null;
