using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Surveys, with ratings as counts, or as a mean and the number of answers.</summary>
internal sealed class SurveyRows() : VerbRows<RecordSurvey, Survey>("surveys")
{
    public override IReadOnlyList<string> Key { get; } =
    [
        nameof(Survey.AgencyId),
        nameof(Survey.Kind),
        nameof(Survey.Title),
        nameof(Survey.ConductedFrom),
        nameof(Survey.ConductedTo),
        nameof(Survey.Channel),
        nameof(Survey.Service),
        nameof(Survey.Question),
    ];

    protected override IReadOnlyList<string> Spared => ["conducted_to"];

    protected override IReadOnlyList<PublishedForm> Published => [CustomerExperienceForm.Form];

    protected override IReadOnlyDictionary<string, string[]> Words => ColumnWords.OfSurveys;

    protected override IReadOnlyDictionary<string, string> Example => ImportExamples.OfSurveys;

    // As with complaints, an empty cell means that nobody collected the number.
    public override RecordSurvey Complete(RecordSurvey survey) =>
        survey with
        {
            ConductedTo = survey.ConductedTo == default ? survey.ConductedFrom : survey.ConductedTo,
            CountsMissing = survey is { Population: not null, Offered: not null, Responses: not null }
                ? survey.CountsMissing
                : survey.CountsMissing ?? MissingReason.NotCollected,
        };

    public override IQueryable<Survey> Stored(CwaDbContext db, IReadOnlyList<RecordSurvey> said)
    {
        var agencies = said.Select(survey => survey.AgencyId.Key).OfType<Guid>().Distinct().ToList();
        var days = said.Select(survey => survey.ConductedTo).Distinct().ToList();
        return db.Surveys.Where(survey =>
            EF.Parameter(agencies).Contains(survey.AgencyId) && EF.Parameter(days).Contains(survey.ConductedTo)
        );
    }

    // A mean is worked out from ratings where they are given.
    public override bool IsComparable(RecordSurvey survey, string property) =>
        property != nameof(Survey.MeanRating) || survey.Ratings is [];
}
