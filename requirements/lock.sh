# Compile pyproject.toml to hash-pinned lists, one for each purpose.
# Used as: sh requirements/lock.sh UV [--upgrade]
#
# The lists hold for every Python and every platform that is supported, agree with
# each other, and name no package index, so that pip's own settings decide. Two more
# stand alone: what generates clients, and the newest Django, with the newest of
# everything else that it goes with.

set -eu
uv=$1
shift

compile() {
    name=$1
    shift
    echo "Pinning requirements/$name.txt"
    "$uv" pip compile --quiet --universal --python-version "$python" --generate-hashes \
        --no-annotate --no-emit-index-url --no-emit-find-links \
        --custom-compile-command "make lock" \
        --output-file "requirements/$name.txt" "$@"
}

python=3.11
compile runtime pyproject.toml "$@"
compile test pyproject.toml --group test --constraint requirements/runtime.txt "$@"
compile check pyproject.toml --group check --constraint requirements/test.txt "$@"
compile bench pyproject.toml --group bench --constraint requirements/check.txt "$@"
compile clients --group clients "$@"
compile lock --group lock "$@"
python=3.13
compile newest pyproject.toml --group test --override requirements/newest.in "$@"

if grep -n '://\|find-links\|index-url' requirements/*.txt; then
    echo "A list names an address, which would only be right on one machine." >&2
    exit 1
fi
