using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>A continuing program through which an agency engages its customers (action 1 of the memorandum).</summary>
public sealed class Program : IAgencyRecord
{
    internal const int LongestName = 200;
    internal const int LongestPurpose = 1000;

    private Program() { } // EF Core

    /// <exception cref="ArgumentException">A text is empty or too long, or the end is before the start.</exception>
    public Program(
        Guid agencyId,
        string name,
        string purpose,
        DateOnly startsOn,
        DateOnly? endsOn = null,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        Id = id ?? Guid.CreateVersion7();
        AgencyId = agencyId;
        Name = Require.Text(name, LongestName);
        Purpose = Require.Text(purpose, LongestPurpose);
        StartsOn = startsOn;
        if (endsOn is { } end)
            End(end);
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
    }

    /// <summary>The program's id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the agency that runs the program.</summary>
    public Guid AgencyId { get; private init; }

    /// <summary>The agency that runs the program.</summary>
    public Agency Agency { get; private init; } = null!;

    /// <summary>What the program is called.</summary>
    [MaxLength(LongestName)]
    public string Name { get; private init; } = "";

    /// <summary>What the program is for.</summary>
    [MaxLength(LongestPurpose)]
    public string Purpose { get; private init; } = "";

    /// <summary>The program's first day.</summary>
    public DateOnly StartsOn { get; private init; }

    /// <summary>The program's last day; null while no end is set.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>When the program was first stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }

    /// <summary>When the program was last changed, in UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Sets the program's last day.</summary>
    /// <exception cref="ArgumentException">The day is before the program starts.</exception>
    public void End(DateOnly endsOn) =>
        EndsOn =
            endsOn >= StartsOn
                ? endsOn
                : throw new ArgumentException(
                    $"A program that starts on {StartsOn:O} cannot end on {endsOn:O}.",
                    nameof(endsOn)
                );
}
