# Installs Debian packages on the host.

# apt_need PACKAGE...: installs the missing ones.
apt_need() {
    local missing=() p
    for p in "$@"; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$p" 2>/dev/null) == installed ]] || missing+=("$p")
    done
    ((${#missing[@]})) || return 0
    command -v apt-get >/dev/null ||
        fail "these programs are missing, and there is no apt-get to install them: ${missing[*]}" \
            "Install them with your system's package manager and start again."
    ((EUID == 0)) ||
        fail "these Debian packages are missing, and only root may install them: ${missing[*]}" \
            "Run: sudo apt-get install ${missing[*]}     and start again."
    apt_install "${missing[@]}" && return
    logged apt-update apt-get update ||
        fail "the package lists could not be fetched." "Check the network and /etc/apt/sources.list*, then start again."
    apt_install "${missing[@]}" ||
        fail "these Debian packages could not be installed: ${missing[*]}" "The log says why; start again afterwards."
}

# The first try may fail because the package lists are old, so it is quiet.
apt_install() {
    DEBIAN_FRONTEND=noninteractive apt-get -y --no-install-recommends install "$@" \
        >"$LOGS/apt-install.log" 2>&1 </dev/null
}

# debian_mirror: prints the address of the host's own Debian archive, as apt itself reads it.
debian_mirror() {
    local codename
    codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
    apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 2>/dev/null |
        awk -v release="$codename" '$2 == release && $3 == "main" && $1 ~ /debian/ { sub(/\/$/, "", $1); print $1; exit }'
}
