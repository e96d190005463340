using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Cwa.Model;

/// <summary>What rows amount to, in any order: how many there are, and the sum of their hashes.</summary>
internal sealed class TableSum : IDisposable
{
    private readonly MemoryStream _row = new();
    private readonly BinaryWriter _writer;

    public TableSum() => _writer = new(_row);

    /// <summary>How many rows there are.</summary>
    public long Rows { get; private set; }

    /// <summary>The sum of the rows' hashes.</summary>
    public UInt128 Sum { get; private set; }

    /// <summary>Adds a row.</summary>
    public void Add(object?[] row)
    {
        _row.SetLength(0);
        foreach (var value in row)
            Write(value);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_row.GetBuffer().AsSpan(0, (int)_row.Length), hash);
        Rows++;
        Sum = unchecked(Sum + BinaryPrimitives.ReadUInt128BigEndian(hash));
    }

    public void Dispose() => _writer.Dispose();

    // What stands before a value tells nothing, an empty text, and the end of a list apart.
    private void Write(object? value)
    {
        _writer.Write(value is not null);
        switch (value)
        {
            case null:
                break;
            case bool truth:
                _writer.Write(truth);
                break;
            case int number:
                _writer.Write((long)number);
                break;
            case long number:
                _writer.Write(number);
                break;
            case double number:
                // SQLite does not keep the sign of a zero.
                _writer.Write(number + 0.0);
                break;
            case string text:
                _writer.Write(text);
                break;
            case Guid id:
                _writer.Write(id.ToByteArray());
                break;
            case DateOnly day:
                _writer.Write(day.DayNumber);
                break;
            case DateTime instant:
                _writer.Write(instant.Ticks);
                break;
            case Array list:
                _writer.Write(list.Length);
                foreach (var element in list)
                    Write(element);
                break;
            default:
                throw new NotSupportedException($"Nobody has said what a {value.GetType().Name} amounts to.");
        }
    }
}
