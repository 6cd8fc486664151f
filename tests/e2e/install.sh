#!/bin/sh
# Sees to it that Keystone is there: nothing to do where it is, else the package of Debian.
set -u
have() { command -v keystone-manage && command -v keystone-wsgi-public; } >/dev/null 2>&1
fail() { echo "make e2e needs OpenStack Keystone (keystone-manage and keystone-wsgi-public): $1" >&2; exit 1; }

have && exit 0
command -v apt-get >/dev/null 2>&1 || fail "there is no apt-get to install it with"
as=
if [ "$(id -u)" != 0 ]; then
	command -v sudo >/dev/null 2>&1 || fail "install the package keystone as root"
	as="sudo -n"
fi
log=$(mktemp) || fail "there is no room for a temporary file"
trap 'rm -f "$log"' EXIT

install() {
	$as env DEBIAN_FRONTEND=noninteractive apt-get install --no-install-recommends -y keystone >>"$log" 2>&1
}
ls /var/lib/apt/lists/*_Packages* >/dev/null 2>&1 || $as apt-get update >>"$log" 2>&1
# Lists that are there may be too old for what the mirror still has.
install || { $as apt-get update >>"$log" 2>&1; install; } || { tail -n 20 "$log" >&2; fail "apt-get cannot install it, see above"; }
have || fail "the package keystone does not have them"
