using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cwa.Model;

/// <summary>Stores and reads instants in UTC, to the microsecond that both databases keep.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(value => Stored(value), value => Read(value))
{
    private static DateTime Stored(DateTime value) =>
        Require.Utc(value).AddTicks(-(value.Ticks % TimeSpan.TicksPerMicrosecond));

    private static DateTime Read(DateTime value) => DateTime.SpecifyKind(value, DateTimeKind.Utc);
}
