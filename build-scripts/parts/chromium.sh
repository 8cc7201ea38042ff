# Installs Debian's Chromium, and fonts for what the page shows in English and Chinese.
chromium_title() { echo "Chromium and fonts from Debian (about 30 s)"; }

chromium_packages=(chromium fonts-dejavu-core fonts-wqy-microhei)

chromium_ready() {
    local p
    for p in "${chromium_packages[@]}"; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$p" 2>/dev/null) == installed ]] || return
    done
}

chromium_make() { apt_need "${chromium_packages[@]}"; }
