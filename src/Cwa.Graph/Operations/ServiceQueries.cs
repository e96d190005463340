using System.Reflection;
using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>The service that answers.</summary>
public sealed class ServiceQueries
{
    internal static readonly string Version = typeof(ServiceQueries)
        .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion;

    /// <summary>
    /// The service that answers you: its version, its clock, and whether its data are invented. Costs nothing.
    /// </summary>
    [CostsNothing]
    [NeverKept]
    public static Service Service(DomainClock clock, TimeProvider stamps, DataNotice notice) =>
        new()
        {
            Version = Version,
            Now = clock.Now,
            DataAsOf = stamps.GetUtcNow().UtcDateTime,
            IsIllustrative = notice.IsIllustrative,
            Notice = notice.Line,
        };
}

/// <summary>What to know about this service before you ask it for anything else.</summary>
public sealed record Service
{
    /// <summary>The version of the program that answers, such as `1.2.0`, followed by `+` and its build.</summary>
    public required string Version { get; init; }

    /// <summary>
    /// Today's date in Washington, by which deadlines, past events and every `asOf` are judged. Begin from it when you
    /// ask for a month or a period: a server with illustrative data keeps a date of the year that they show.
    /// </summary>
    public DateOnly Today => Washington.DateOf(Now);

    /// <summary>
    /// The instant on the same clock as `today`, on which `submittedAt` and `decidedAt` are told. As `knownAt` it gives
    /// everything stored so far.
    /// </summary>
    public required DateTime Now { get; init; }

    /// <summary>
    /// Everything stored by this instant is in what you read from now on. It is on the clock that stamps `recordedAt`
    /// and `updatedAt`, so you can give it as `updatedSince`. That clock differs from `now` only where `today` is kept
    /// at a date.
    /// </summary>
    public required DateTime DataAsOf { get; init; }

    /// <summary>Whether the activity that you read is invented. The agencies and the directive are real.</summary>
    public required bool IsIllustrative { get; init; }

    /// <summary>What to tell readers of the data, in a sentence; null if there is nothing to tell.</summary>
    public required string? Notice { get; init; }
}

/// <inheritdoc cref="Service"/>
public sealed class ServiceType : ObjectType<Service>;
