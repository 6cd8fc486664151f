#!/bin/sh
# Puts the tools of make interop into the folder $1, in the versions of the lock files beside this
# script; nothing to do where they are there. Node, Java and Python come from Debian where they are
# not on the machine; the tools from npm, PyPI and Maven Central, by their names.
set -u
home=${1:?the folder for the tools is missing}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
fail() { echo "make interop: $1" >&2; exit 1; }
mkdir -p "$home" && log=$(mktemp) || fail "there is no room for the tools in $home"
trap 'rm -f "$log"' EXIT
run() { "$@" >"$log" 2>&1 || { tail -n 20 "$log" >&2; fail "$1 failed, see above"; }; }

# from_debian PROGRAM PACKAGE...: the packages, where the program is missing.
from_debian() {
	command -v "$1" >/dev/null 2>&1 && return
	program=$1
	shift
	command -v apt-get >/dev/null 2>&1 || fail "$program is missing, and there is no apt-get to install it with"
	as=
	if [ "$(id -u)" != 0 ]; then
		command -v sudo >/dev/null 2>&1 || fail "install the packages $* as root"
		as="sudo -n"
	fi
	$as env DEBIAN_FRONTEND=noninteractive apt-get install --no-install-recommends -y "$@" >"$log" 2>&1 && return
	run $as apt-get update
	run $as env DEBIAN_FRONTEND=noninteractive apt-get install --no-install-recommends -y "$@"
}
from_debian node nodejs
from_debian npm npm
from_debian javac default-jdk-headless
from_debian mvn maven
from_debian python3 python3 python3-venv

# fresh NAME FILE...: whether what was installed as NAME is that of the files.
fresh() {
	stamp=$home/$1/.stamp
	shift
	sums=$(cat "$@" | sha256sum)
	[ "$(cat "$stamp" 2>/dev/null)" = "$sums" ]
}
empty() { rm -rf "${home:?}/$1" && mkdir -p "$home/$1"; }

if ! fresh npm "$here/npm/package-lock.json"; then
	empty npm
	cp "$here/npm/package.json" "$here/npm/package-lock.json" "$home/npm/"
	run npm ci --prefix "$home/npm" --ignore-scripts --no-audit --no-fund
	echo "$sums" >"$home/npm/.stamp"
fi
if ! fresh python "$here/python/requirements.txt"; then
	empty python
	run python3 -m venv "$home/python/venv"
	run "$home/python/venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$here/python/requirements.txt"
	echo "$sums" >"$home/python/.stamp"
fi
if ! fresh java "$here/java/pom.xml"; then
	empty java
	run mvn --quiet --batch-mode --file "$here/java/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies "-DoutputDirectory=$home/java/jars"
	cp "$home"/java/jars/openapi-generator-cli-*.jar "$home/java/openapi-generator-cli.jar"
	echo "$sums" >"$home/java/.stamp"
fi
# The stock generator is in the version whose templates' engine this project uses.
cd "$root" && run go build -o "$home/go/oapi-codegen" github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen
