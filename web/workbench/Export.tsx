/** The whole list as a spreadsheet. */
export const Export = ({ to }: { to: string }) => (
  <a className="btn small" href={to} download>
    导出 xlsx
  </a>
);
