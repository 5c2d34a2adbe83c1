// Read by whatever Node is there, so in words that Node 14 understands; the rest is imported only afterwards.
const [major] = process.versions.node.split('.');

if (Number(major) < 20) {
  console.error(`本机的 Node 是 ${process.version}，太旧了；请安装 Node 20 或更高版本（https://nodejs.org），再运行一次。`);
  process.exit(1);
}
