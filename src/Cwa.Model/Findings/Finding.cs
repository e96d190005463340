using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// What an agency heard from its customers at an event or in a survey, as action 1 of the memorandum asks.
/// </summary>
public sealed class Finding : CorrectableRecord, IAgencyRecord
{
    internal const int LongestText = 2000;

    private readonly List<FindingAction> _actions = [];

    private Finding() { } // EF Core

    /// <exception cref="ArgumentException">The text is empty or too long, or there is not exactly one
    /// source.</exception>
    public Finding(
        Guid agencyId,
        FindingAbout about,
        string text,
        DateOnly foundOn,
        Guid? eventId,
        Guid? surveyId,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        if ((eventId is null) == (surveyId is null))
            throw new ArgumentException("A finding comes from exactly one event or survey.", nameof(eventId));

        Id = id ?? Guid.CreateVersion7();
        AgencyId = agencyId;
        About = Require.Defined(about);
        Text = Require.Text(text, LongestText);
        FoundOn = foundOn;
        (EventId, SurveyId) = (eventId, surveyId);
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
    }

    /// <summary>The finding's id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the agency that heard it.</summary>
    public Guid AgencyId { get; private init; }

    /// <summary>The agency that heard it.</summary>
    public Agency Agency { get; private init; } = null!;

    /// <summary>
    /// Whether it is about the services that customers want or about their satisfaction with existing ones.
    /// </summary>
    public FindingAbout About { get; private init; }

    /// <summary>What was heard.</summary>
    [MaxLength(LongestText)]
    public string Text { get; private init; } = "";

    /// <summary>The day on which the agency made the finding. The finding counts in that day's year.</summary>
    public DateOnly FoundOn { get; private init; }

    /// <summary>The id of the event it comes from; null if it comes from a survey.</summary>
    public Guid? EventId { get; private init; }

    /// <summary>The event it comes from; null if it comes from a survey.</summary>
    public Event? Event { get; private init; }

    /// <summary>The id of the survey it comes from; null if it comes from an event.</summary>
    public Guid? SurveyId { get; private init; }

    /// <summary>The survey it comes from; null if it comes from an event.</summary>
    public Survey? Survey { get; private init; }

    /// <summary>What was done about it.</summary>
    public IReadOnlyList<FindingAction> Actions => _actions;

    /// <summary>When the finding was first stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }
}
