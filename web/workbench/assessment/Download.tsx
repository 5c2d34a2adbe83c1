import { useEffect, useState } from 'react';

/** The version as a file that can be changed and brought back as the next one. */
export function Download({ name, scheme }: { name: string; scheme: object }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([`${JSON.stringify(scheme, null, 2)}\n`], { type: 'application/json' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [scheme]);
  return (
    <a className="btn small" href={address} download={`${name}.json`}>
      下载 .json
    </a>
  );
}
