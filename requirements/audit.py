"""Asks what is known of the weaknesses of the packages in lock.txt, with pip-audit: make audit

It ends with 1 where there are any, and says so where nobody who knows can be reached.
"""

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
FILES = [f"--requirement={HERE / name}" for name in ("lock.txt", "torch.txt")]


def main() -> None:
    command = [sys.executable, "-m", "pip_audit", "--disable-pip", "--no-deps", "--format=json"]
    done = subprocess.run([*command, "--progress-spinner=off", *FILES], capture_output=True, text=True, check=False)
    try:
        packages = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        reason = (done.stderr.strip().splitlines() or ["it does not say why"])[-1]
        raise SystemExit(f"skipped: pip-audit could not ask ({reason})") from None
    asked = [each for each in packages if "skip_reason" not in each]
    weak = [each for each in asked if each["vulns"]]
    for each in weak:
        told = ", ".join(f"{one['id']} (mended in {', '.join(one['fix_versions']) or 'none'})" for one in each["vulns"])
        print(f"{each['name']} {each['version']}: {told}")
    if not asked:
        print(f"skipped: of none of the {len(packages)} packages anything could be learnt from here")
        return
    unknown = len(packages) - len(asked)
    print(f"{len(weak)} of {len(asked)} packages have known weaknesses; of {unknown} nothing could be learnt")
    raise SystemExit(int(bool(weak)))


if __name__ == "__main__":
    main()
