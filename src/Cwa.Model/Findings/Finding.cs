using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// What an agency heard from its customers at an event, in a survey or in a program, as action 1 of the memorandum
/// asks, or from the employees who serve them.
/// </summary>
public sealed class Finding : CorrectableRecord, IAgencyRecord
{
    internal const int LongestText = 2000;

    private readonly List<FindingAction> _actions = [];

    private Finding() { } // EF Core

    /// <exception cref="ArgumentException">The text is empty or too long, there is not exactly one source, or the own
    /// theme is another agency's or under another common theme.</exception>
    public Finding(
        Guid agencyId,
        FindingAbout about,
        string text,
        DateOnly foundOn,
        Guid? eventId,
        Guid? surveyId,
        Guid? id = null,
        DateTime? recordedAt = null,
        Guid? programId = null,
        FindingTheme? theme = null,
        CustomerGroup? customerGroup = null,
        long? people = null,
        AgencyTheme? ownTheme = null
    )
    {
        if (new[] { eventId, surveyId, programId }.Count(source => source is not null) != 1)
            throw new ArgumentException("A finding comes from exactly one event, survey or program.", nameof(eventId));
        if (ownTheme is not null && theme is not null && theme != ownTheme.Theme)
            throw new ArgumentException("The own theme is under another common theme.", nameof(theme));

        Id = id ?? Guid.CreateVersion7();
        AgencyId = agencyId;
        About = Require.Defined(about);
        Text = Require.Text(text, LongestText);
        FoundOn = foundOn;
        (EventId, SurveyId, ProgramId) = (eventId, surveyId, programId);
        Theme = Require.Defined(ownTheme?.Theme ?? theme);
        OwnThemeId = AgencyTheme.IdFor(agencyId, ownTheme);
        CustomerGroup = Require.Defined(customerGroup);
        People = Require.Count(people);
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
    }

    /// <summary>The finding's id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the agency that heard it.</summary>
    public Guid AgencyId { get; private init; }

    /// <summary>The agency that heard it.</summary>
    public Agency Agency { get; private init; } = null!;

    /// <summary>
    /// Whether it is about the services that customers want, about their satisfaction with existing ones, or what
    /// employees said.
    /// </summary>
    public FindingAbout About { get; private init; }

    /// <summary>What it is about, in themes common to all agencies; null if the agency has not said.</summary>
    public FindingTheme? Theme { get; private init; }

    /// <summary>The id of the agency's own theme under the common one; null if it tells none apart.</summary>
    public Guid? OwnThemeId { get; private init; }

    /// <summary>The agency's own theme under the common one; null if it tells none apart.</summary>
    public AgencyTheme? OwnTheme { get; private init; }

    /// <summary>What was heard.</summary>
    [MaxLength(LongestText)]
    public string Text { get; private init; } = "";

    /// <summary>The day on which the agency made the finding. The finding counts in that day's year.</summary>
    public DateOnly FoundOn { get; private init; }

    /// <summary>The customers who said so; null if the agency has not said.</summary>
    public CustomerGroup? CustomerGroup { get; private init; }

    /// <summary>How many people said so; null if that is not known.</summary>
    public long? People { get; private init; }

    /// <summary>The id of the event it comes from; null if it comes from elsewhere.</summary>
    public Guid? EventId { get; private init; }

    /// <summary>The event it comes from; null if it comes from elsewhere.</summary>
    public Event? Event { get; private init; }

    /// <summary>The id of the survey it comes from; null if it comes from elsewhere.</summary>
    public Guid? SurveyId { get; private init; }

    /// <summary>The survey it comes from; null if it comes from elsewhere.</summary>
    public Survey? Survey { get; private init; }

    /// <summary>The id of the program it comes from; null if it comes from elsewhere.</summary>
    public Guid? ProgramId { get; private init; }

    /// <summary>The program it comes from; null if it comes from elsewhere.</summary>
    public Program? Program { get; private init; }

    /// <summary>What was done about it.</summary>
    public IReadOnlyList<FindingAction> Actions => _actions;

    /// <summary>When the finding was first stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }
}
