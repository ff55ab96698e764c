# What the parts of tests/windows share: names of what was made, and how something is tried and told.

# Long, for a machine that has much else to do: what goes well never waits for it.
patience=600
bound=(timeout -k 5 $patience)
win() { "${bound[@]}" "$wine" "$work/bin/vanthu.exe" "$@"; }
exe="Z:${work//\//\\}\\bin\\vanthu.exe"
# terminal COMMAND…: on a terminal of Linux, to which a console of Wine hands the letters that it was handed, and from
# which it takes keys.
terminal() { "${bound[@]}" script -qec "stty cols 200; $(printf '%q ' "$@")" /dev/null; }
# unix_path PATH: where a file of Wine's lies.
unix_path() { "$wine" winepath -u "$1" 2>/dev/null | tr -d '\r'; }

# until_true COMMAND…: waits until the command is true; false if that takes too long.
until_true() {
  local end=$((SECONDS + patience))
  until "$@"; do
    [ $SECONDS -lt $end ] || return 1
    sleep 0.05
  done
}
is_gone() { ! kill -0 "$1" 2>/dev/null; }

failed=0
good() { echo "  ok    $1"; }
bad() {
  echo "  FAILS $1"
  sed 's/^/        /' "$work/out" | tail -12
  failed=$((failed + 1))
}
not_tried() { echo "  --    $1"; }
# begin NAME: a folder of its own, $dir.
begin() {
  echo "$1"
  dir=$work/$(echo "$1" | tr ' ,' '--')
  mkdir -p "$dir"
  : >"$work/out"
}
# ends CODE NAME COMMAND…: the command ends with this code; what it says is in $work/out.
ends() {
  local wanted=$1 name=$2 got=0
  shift 2
  "$@" >"$work/out" 2>&1 </dev/null || got=$?
  if [ "$got" = "$wanted" ]; then good "$name"; else
    echo "(ended with $got)" >>"$work/out"
    bad "$name"
  fi
}
says() { if grep -qF -- "$1" "$work/out"; then good "says: $1"; else bad "does not say: $1"; fi; }
same() { if diff -r "$2" "$3" >"$work/out" 2>&1; then good "$1"; else bad "$1"; fi; }
no_rest() {
  if [ -z "$(find "$1" -name '.vanthu-*')" ]; then good "nothing left behind"; else
    find "$1" -name '.vanthu-*' >"$work/out"
    bad "left behind"
  fi
}
# drafts DIR COUNT: an office with drafts k1.yaml …
drafts() {
  mkdir -p "$1"
  cp data/dong-thap-2023/co-quan.yaml "$1/"
  for i in $(seq "$2"); do
    sed "s/Tổ chức Đoàn/Tổ chức lần thứ $i Đoàn/" data/dong-thap-2023/ke-hoach.yaml >"$1/k$i.yaml"
  done
}
