#!/usr/bin/env bash
# Boots Debian's kernel in QEMU with this machine's root file system mounted read-only, runs one script in it as root, prints
# what it prints, and powers off. By KVM where this machine lets us, else by pure emulation (ANTRE_RIG_ACCELERATOR=tcg: always).
#
#   ./boot.sh SCRIPT            SCRIPT is a path on this machine
#
# In the guest: /dev/uhid (virtual HID devices), dummy_hcd + configfs (virtual USB gadgets: printer, serial port, vendor specific), usblp,
# cdc-acm, hid-multitouch, usbhid, evdev; /run is writable. Needs Debian's packages qemu-system-x86, busybox-static, cpio and
# kmod; the kernel is fetched once with apt-get and kept in the cache. ANTRE_UNPLUGS: how often printers are pulled out in all
# (12). ANTRE_RIG_PARTS: the parts of `guest/run-checks.ts` to run, as `hid,pads` (all).
set -euo pipefail
script=$(readlink -f "$1")
modules='virtio_pci 9pnet_virtio 9p uhid hid-generic hid-multitouch usbhid dummy_hcd usblp cdc-acm usb_f_printer usb_f_acm usb_f_ss_lb evdev'
# Two USB sockets.
settings='dummy_hcd num=2'
# One that was made otherwise is left alone.
rig=${XDG_CACHE_HOME:-$HOME/.cache}/antre-hardware-rig/$(cksum <<<"$modules $settings" | cut -d' ' -f1)
PATH=$PATH:/usr/sbin:/sbin

if [[ ! -f $rig/ready ]]; then
  rm -rf "$rig" && mkdir -p "$rig/deb" "$rig/initrd/"{bin,lib/mods,proc,sys,dev,host}
  package=$(apt-cache depends linux-image-amd64 | awk '/Depends: linux-image-[0-9]/ {print $2}')
  [[ -n $package ]] || { echo 'apt-cache knows no linux-image-amd64; run apt-get update' >&2; exit 1; }
  (cd "$rig/deb" && apt-get download -qq "$package" >&2 && dpkg-deb -x ./*.deb x)
  version=$(basename "$rig"/deb/x/lib/modules/*)
  depmod -b "$rig/deb/x" "$version"
  for module in $modules; do
    modprobe -d "$rig/deb/x" -S "$version" --show-depends "$module" 2>/dev/null | awk '$1 == "insmod" {print $2}'
  done | awk '!seen[$0]++' >"$rig/order"
  while read -r file; do cp "$file" "$rig/initrd/lib/mods/"; done <"$rig/order"
  sed "s#.*/##; s#^${settings%% *}\.ko.*#& ${settings#* }#" "$rig/order" >"$rig/initrd/mods.order"
  cp "$(command -v busybox)" "$rig/initrd/bin/busybox"
  cat >"$rig/initrd/init" <<'INIT'
#!/bin/busybox sh
b=/bin/busybox
$b mount -t proc p /proc; $b mount -t sysfs s /sys; $b mount -t devtmpfs d /dev
while read -r m; do $b insmod /lib/mods/$m || echo "insmod $m failed"; done </mods.order
$b mount -t 9p -o trans=virtio,version=9p2000.L,ro,msize=262144,cache=loose host /host || echo '9p failed'
$b mount -t proc p /host/proc; $b mount -t sysfs s /host/sys; $b mount --bind /dev /host/dev
$b mkdir -p /host/dev/pts; $b mount -t devpts p /host/dev/pts
$b mount -t tmpfs t /host/run; $b mount -t configfs c /host/sys/kernel/config
$b ip link set lo up
script=$($b sed 's/.*rig.script=\([^ ]*\).*/\1/' /proc/cmdline)
echo '--- guest begins'
HOME=/run UV_THREADPOOL_SIZE=16 PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin $b chroot /host /bin/bash "$script"
echo "--- guest ends $?"
$b poweroff -f
INIT
  chmod +x "$rig/initrd/init"
  cp "$rig"/deb/x/boot/vmlinuz-* "$rig/vmlinuz"
  (cd "$rig/initrd" && find . | cpio -o -H newc --quiet | gzip -1) >"$rig/initrd.gz"
  rm -rf "$rig/deb" && touch "$rig/ready"
fi
unplugs=${ANTRE_UNPLUGS:-12}
parts=${ANTRE_RIG_PARTS:-all}
# The processor's help, where it has any and lets us; a machine that is itself a virtual one may have the kernel's part of it
# alone, which is slower than emulation.
accelerators=(tcg)
[[ -w /dev/kvm ]] && grep -Eq '^flags\s*:.* (vmx|svm)( |$)' /proc/cpuinfo && accelerators=(kvm tcg)
[[ -n ${ANTRE_RIG_ACCELERATOR:-} ]] && accelerators=("$ANTRE_RIG_ACCELERATOR")
# With ANTRE_RIG_CLOCK=instructions the guest's clock counts instructions, one each nanosecond, and jumps over what nobody
# works in: it is a slow kiosk's (1,000 million instructions a second on one core), however slow the emulation is, so that
# figures of the event loop mean something. Not by default: where this machine is busy, the clock also jumps over what the
# guest waits for from its disk, and patience ends too early.
pace=(-smp 2)
# Instructions are counted by emulation alone.
[[ ${ANTRE_RIG_CLOCK:-} == instructions ]] && pace=(-icount shift=0,sleep=off) && accelerators=(tcg)

# Boots once by one way; ends with what the script ended with, or 255 where no script began.
boot() {
  local processor=max
  # The register of that feature may be refused to a machine that is itself a virtual one.
  [[ $1 == kvm ]] && processor=host,-arch-capabilities
  timeout "${RIG_SECONDS:-$((1500 + 10 * unplugs))}" qemu-system-x86_64 -machine "q35,accel=$1" -cpu "$processor" \
    "${pace[@]}" -m 1024 -nographic -no-reboot \
    -kernel "$rig/vmlinuz" -initrd "$rig/initrd.gz" \
    -append "console=ttyS0 quiet panic=-1 rig.script=$script rig.unplugs=$unplugs rig.parts=$parts" \
    -virtfs local,path=/,mount_tag=host,security_model=none,readonly=on,multidevs=remap -nic none </dev/null |
    tr -d '\r' |
    awk '/^--- guest ends/ {code = $4; next} /--- guest begins/ {on = 1; next} on {print; fflush()}
      END {exit !on ? 255 : code == "" ? 1 : code}'
}

for accelerator in "${accelerators[@]}"; do
  status=0
  boot "$accelerator" || status=$?
  [[ $status == 255 ]] || break
done
exit "$status"
