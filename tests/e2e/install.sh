#!/bin/sh
# Sees to it that the servers are there: nothing to do where they are, else the packages of
# Debian. They start nothing: make e2e runs all of them on loopback, with its own files.
set -u
programs="keystone-manage keystone-wsgi-public glance-manage glance-api cinder-manage neutron-server designate-manage designate-api designate-central"
have() { for name in $programs; do command -v "$name" >/dev/null 2>&1 || return 1; done; }
fail() { echo "make e2e needs OpenStack Keystone, Glance, Cinder, Neutron and Designate ($programs): $1" >&2; exit 1; }

have && exit 0
command -v apt-get >/dev/null 2>&1 || fail "there is no apt-get to install them with"
as=
if [ "$(id -u)" != 0 ]; then
	command -v sudo >/dev/null 2>&1 || fail "install the packages keystone, glance-api, cinder-api, neutron-server, designate-api and designate-central as root"
	as="sudo -n"
fi
files=$(mktemp -d) || fail "there is no room for temporary files"
policy=/usr/sbin/policy-rc.d
made=
cleanup() { rm -rf "$files"; [ -z "$made" ] || $as rm -f "$policy"; }
trap cleanup EXIT
trap 'exit 1' HUP INT TERM
log=$files/log

# Packages that start what they install ask this first. What somebody has put there stays.
if [ ! -e "$policy" ]; then
	printf '#!/bin/sh\nexit 101\n' >"$files/policy" && $as install -m 755 "$files/policy" "$policy" && made=yes
fi
install() {
	$as env DEBIAN_FRONTEND=noninteractive apt-get install --no-install-recommends -y -o Dpkg::Options::=--force-unsafe-io \
		keystone glance-api cinder-api neutron-server designate-api designate-central >>"$log" 2>&1
}
ls /var/lib/apt/lists/*_Packages* >/dev/null 2>&1 || $as apt-get update >>"$log" 2>&1
# Lists that are there may be too old for what the mirror still has.
install || { $as apt-get update >>"$log" 2>&1; install; } || { tail -n 20 "$log" >&2; fail "apt-get cannot install them, see above"; }
have || fail "the packages do not have them"
