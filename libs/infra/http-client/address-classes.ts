/**
 * Which addresses belong to hosts on the public internet. IPv4: all but the special-purpose blocks. IPv6: only what is
 * allotted as global unicast (2000::/3), less its special-purpose blocks; that leaves out everything that stands for an IPv4
 * address in disguise: mapped (::ffff:0:0/96), compatible (::/96), translated (64:ff9b::/96 and 64:ff9b:1::/48), and in
 * 2000::/3 Teredo and 6to4, which are listed.
 *
 * Sources: IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890 and its updates) and the multicast and future-use
 * blocks of RFC 5771 and RFC 1112, read November 2026.
 */
import { BlockList, isIP, isIPv4 } from 'node:net';

const SPECIAL_IPV4 = [
  '0.0.0.0/8', // this network; 0.0.0.0 reaches the host itself
  '10.0.0.0/8', // private
  '100.64.0.0/10', // carrier-grade NAT; metadata of Alibaba Cloud at 100.100.100.200
  '127.0.0.0/8', // loopback
  '168.63.129.16/32', // host services of Azure: a public address that every virtual machine reaches
  '169.254.0.0/16', // link-local; cloud metadata at 169.254.169.254 and 169.254.170.2
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments; metadata of Oracle Cloud at 192.0.0.192
  '192.0.2.0/24', // documentation
  '192.31.196.0/24', // AS112
  '192.52.193.0/24', // AMT
  '192.88.99.0/24', // 6to4 relays
  '192.168.0.0/16', // private
  '192.175.48.0/24', // AS112
  '198.18.0.0/15', // benchmarks
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // future use, broadcast
];

const SPECIAL_IPV6 = [
  '2001::/23', // protocol assignments: Teredo, benchmarks, ORCHID
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4
  '2620:4f:8000::/48', // AS112
  '3fff::/20', // documentation
];

const specialIpv4 = blockListOf(SPECIAL_IPV4, 'ipv4');
const specialIpv6 = blockListOf(SPECIAL_IPV6, 'ipv6');
const globalIpv6 = blockListOf(['2000::/3'], 'ipv6');

/** @param address as `node:net` and resolvers write it; whatever is no address is not public */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !specialIpv4.check(address, 'ipv4');
  // A zone (fe80::1%eth0) means link-local.
  if (isIP(address) !== 6 || address.includes('%')) return false;
  return globalIpv6.check(address, 'ipv6') && !specialIpv6.check(address, 'ipv6');
}

function blockListOf(blocks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const block of blocks) {
    const [net = '', prefix] = block.split('/');
    list.addSubnet(net, Number(prefix), family);
  }
  return list;
}
