using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Cwa.Model;

/// <summary>Ids that are the same in every database, for reference data and samples.</summary>
public static class DeterministicGuid
{
    /// <summary>A version 7 UUID: the instant, to the millisecond, then bits of a hash of the seed.</summary>
    public static Guid V7(DateTime instant, string seed)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(seed), bytes);

        var milliseconds = new DateTimeOffset(Require.Utc(instant)).ToUnixTimeMilliseconds();
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, milliseconds);
        time[2..].CopyTo(bytes);

        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes[..16], bigEndian: true);
    }
}
