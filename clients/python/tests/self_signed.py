"""A certificate for localhost, made anew for each run: a key that is kept in a repository protects nobody."""

from __future__ import annotations

import base64
import hashlib
import secrets
from pathlib import Path
from typing import Tuple

_BITS = 2048
_EXPONENT = 65537
# Object identifiers, encoded: RFC 8017, appendix C; RFC 5280, sections 4.1 and 4.2.1.6; X.520.
_RSA = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01\x05\x00"
_SHA256_WITH_RSA = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b\x05\x00"
_SHA256 = b"\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00"
_COMMON_NAME = b"\x06\x03\x55\x04\x03"
_ALTERNATIVE_NAME = b"\x06\x03\x55\x1d\x11"
_BASIC_CONSTRAINTS = b"\x06\x03\x55\x1d\x13"
_SMALL_PRIMES = [n for n in range(3, 2000, 2) if all(n % d for d in range(3, int(n**0.5) + 1, 2))]


def write_certificate(target: Path) -> None:
    """The certificate and its key, as PEM."""
    p, q = _two_primes()
    n, d = p * q, pow(_EXPONENT, -1, (p - 1) * (q - 1))
    body = _to_be_signed(_public_key(n))
    certificate = _sequence(body, _sequence(_SHA256_WITH_RSA), _bits(_signed(body, n, d)))
    numbers = (0, n, _EXPONENT, d, p, q, d % (p - 1), d % (q - 1), pow(q, -1, p))
    key = _sequence(*(_integer(number) for number in numbers))
    target.write_text(_pem("CERTIFICATE", certificate) + _pem("RSA PRIVATE " + "KEY", key))


def _to_be_signed(public_key: bytes) -> bytes:
    name = _sequence(_tagged(0x31, _sequence(_COMMON_NAME, _tagged(0x0C, b"localhost"))))
    algorithm = _sequence(_SHA256_WITH_RSA)
    times = _sequence(_tagged(0x17, b"200101000000Z"), _tagged(0x17, b"490101000000Z"))
    names = _sequence(_tagged(0x82, b"localhost"), _tagged(0x87, bytes([127, 0, 0, 1])))
    constraints = _sequence(_BASIC_CONSTRAINTS, _tagged(0x04, _sequence(b"\x01\x01\xff")))
    extensions = _sequence(_sequence(_ALTERNATIVE_NAME, _tagged(0x04, names)), constraints)
    serial = _integer(secrets.randbits(64))
    version = _tagged(0xA0, _integer(2))
    return _sequence(version, serial, algorithm, name, times, name, public_key, _tagged(0xA3, extensions))


def _public_key(n: int) -> bytes:
    return _sequence(_sequence(_RSA), _bits(_sequence(_integer(n), _integer(_EXPONENT))))


def _signed(content: bytes, n: int, d: int) -> bytes:
    """RSASSA-PKCS1-v1_5: RFC 8017, section 8.2."""
    digest = _sequence(_sequence(_SHA256), _tagged(0x04, hashlib.sha256(content).digest()))
    size = _BITS // 8
    padded = b"\x00\x01" + b"\xff" * (size - len(digest) - 3) + b"\x00" + digest
    return pow(int.from_bytes(padded, "big"), d, n).to_bytes(size, "big")


def _two_primes() -> Tuple[int, int]:
    p, q = _prime(), _prime()
    return (p, q) if p != q else _two_primes()


def _prime() -> int:
    """Of half the bits, the two highest set, so that the product has all of them."""
    while True:
        candidate = secrets.randbits(_BITS // 2) | (0b11 << (_BITS // 2 - 2)) | 1
        if candidate % _EXPONENT == 1 or any(candidate % small == 0 for small in _SMALL_PRIMES):
            continue
        # Fermat's test is enough for a number that nobody chose.
        if all(pow(base, candidate - 1, candidate) == 1 for base in (2, 3, 5)):
            return candidate


def _tagged(tag: int, *parts: bytes) -> bytes:
    content = b"".join(parts)
    size = len(content)
    if size < 0x80:
        return bytes([tag, size]) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + content


def _sequence(*parts: bytes) -> bytes:
    return _tagged(0x30, *parts)


def _integer(number: int) -> bytes:
    return _tagged(0x02, number.to_bytes(number.bit_length() // 8 + 1, "big"))


def _bits(content: bytes) -> bytes:
    return _tagged(0x03, b"\x00", content)


def _pem(kind: str, content: bytes) -> str:
    text = base64.encodebytes(content).decode()
    return f"-----BEGIN {kind}-----\n{text}-----END {kind}-----\n"
