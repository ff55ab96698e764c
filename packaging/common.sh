# What all packages share; read by the scripts beside it.
# The day of the last commit is the day of everything inside, so that the same commit makes the same bytes.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
VERSION=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
export SOURCE_DATE_EPOCH VERSION LC_ALL=C.UTF-8 TZ=UTC
: "${CARGO_HOME:=$HOME/.cargo}"
# No path of this machine goes into the program, so that a clone in another folder makes the same bytes.
CARGO_ENCODED_RUSTFLAGS=$(printf '%s\037%s' "--remap-path-prefix=$CARGO_HOME=/cargo" "--remap-path-prefix=$PWD=/vanthu")
export CARGO_ENCODED_RUSTFLAGS
# What C libraries take for the day and hour of their building (mimalloc has both in its text). Not the commit's: they, and all
# that stands on them, would be built again for each.
C_DATE=315532800

# without_today FILE: a program that has the day of its building in it is another one tomorrow.
without_today() {
  if grep -aqF "$(date -u '+%b %e %Y')" "$1"; then
    echo "$1: trong tệp có ngày dựng ($(date -u '+%b %e %Y')), dựng lại sẽ ra tệp khác" >&2
    return 1
  fi
}

# install_packages PACKAGE…: those that are missing, by apt.
install_packages() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  local sudo
  sudo=$([ "$(id -u)" = 0 ] || echo sudo)
  $sudo apt-get update -q
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -qy --no-install-recommends "${missing[@]}"
}
