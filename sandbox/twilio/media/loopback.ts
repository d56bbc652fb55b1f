/** Browsers of this machine alone may connect: the loopback is offered, and listened on, alone. */
export const loopbackIce = {
  iceServers: [],
  iceUseIpv4: false,
  iceUseIpv6: false,
  iceAdditionalHostAddresses: ["127.0.0.1"],
  iceInterfaceAddresses: { udp4: "127.0.0.1" },
};
