/** Browsers of this machine alone may connect: no interface is offered but the loopback. */
export const loopbackIce = {
  iceServers: [],
  iceUseIpv4: false,
  iceUseIpv6: false,
  iceAdditionalHostAddresses: ["127.0.0.1"],
};
