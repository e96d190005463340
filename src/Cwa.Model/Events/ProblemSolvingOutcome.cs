namespace Cwa.Model;

/// <summary>
/// What a problem-solving day, or any other event at which customers brought problems, achieved, as action 4 of the
/// memorandum asks (CWA-4.2). One per event.
/// </summary>
public sealed class ProblemSolvingOutcome : CorrectableRecord
{
    internal const int MostTopIssues = 10;
    internal const int LongestTopIssue = 200;

    private ProblemSolvingOutcome() { } // EF Core

    /// <exception cref="ArgumentException">A number is negative, or a text is empty or too long.</exception>
    public ProblemSolvingOutcome(
        Event @event,
        int appointments,
        int walkIns,
        int solvedByPhone,
        int casesOpened,
        int casesResolved,
        IEnumerable<string> topIssues,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        Id = id ?? Guid.CreateVersion7();
        EventId = @event.Id;
        Appointments = Require.NotNegative(appointments);
        WalkIns = Require.NotNegative(walkIns);
        SolvedByPhone = Require.NotNegative(solvedByPhone);
        CasesOpened = Require.NotNegative(casesOpened);
        CasesResolved = Require.NotNegative(casesResolved);
        TopIssues = Require.Texts(topIssues, MostTopIssues, LongestTopIssue);
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
    }

    /// <summary>The outcome's id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the event.</summary>
    public Guid EventId { get; private init; }

    /// <summary>The event at which problems were solved.</summary>
    public Event Event { get; private init; } = null!;

    /// <summary>How many customers came by appointment, 0 or more.</summary>
    public int Appointments { get; private init; }

    /// <summary>How many customers came without an appointment, 0 or more.</summary>
    public int WalkIns { get; private init; }

    /// <summary>How many problems were solved by telephone, without a visit, 0 or more.</summary>
    public int SolvedByPhone { get; private init; }

    /// <summary>How many cases were opened, 0 or more.</summary>
    public int CasesOpened { get; private init; }

    /// <summary>How many cases were resolved, 0 or more. They may include cases that were opened earlier.</summary>
    public int CasesResolved { get; private init; }

    /// <summary>
    /// The issues that customers raised most often, the most frequent first; at most 10 of at most 200 characters.
    /// </summary>
    public IReadOnlyList<string> TopIssues { get; private init; } = [];

    /// <summary>When the outcome was stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }
}
