namespace Cwa.Model;

/// <summary>What agencies heard at events and in surveys, and what some of them did about it and changed.</summary>
internal static class SampleFindings
{
    public static IEnumerable<object> Of(SampleAgency sample)
    {
        var random = sample.Random("findings");
        var number = 0;
        foreach (var @event in sample.Held)
        {
            if (
                random.Chance(45)
                && Hear(sample, random, @event.EndsOn, @event.Id, surveyId: null, ++number) is { } chain
            )
            {
                foreach (var record in chain)
                    yield return record;
            }
        }

        foreach (var survey in sample.Surveys)
        {
            if (
                random.Chance(80)
                && Hear(sample, random, survey.ConductedTo, eventId: null, survey.Id, ++number) is { } chain
            )
            {
                foreach (var record in chain)
                    yield return record;
            }
        }
    }

    private static List<object>? Hear(
        SampleAgency sample,
        SampleRandom random,
        DateOnly after,
        Guid? eventId,
        Guid? surveyId,
        int number
    )
    {
        var foundOn = after.AddDays(random.Between(2, 20));
        if (!sample.IsPast(foundOn))
            return null;

        var about = random.Chance(50) ? FindingAbout.WantedServices : FindingAbout.Satisfaction;
        var lessons = about == FindingAbout.WantedServices ? SamplePhrases.Wants : SamplePhrases.Satisfactions;
        // An agency hears one thing after the other.
        var lesson = lessons[(sample.Random("lessons").Next(lessons.Length) + number) % lessons.Length];
        var at = SampleAgency.OfficeHour(foundOn, random);
        var finding = new Finding(
            sample.Agency.Id,
            about,
            SampleAgency.Marked(sample.Said(lesson.Heard)),
            foundOn,
            eventId,
            surveyId,
            sample.Id(at, $"finding {number}"),
            at
        );
        sample.Findings.Add(finding);
        sample.Announce(FeedKind.FindingRecorded, finding.Id, at);

        var takenOn = foundOn.AddDays(random.Between(10, 60));
        if (!random.Chance(65) || !sample.IsPast(takenOn))
            return [finding];

        var actedAt = SampleAgency.OfficeHour(takenOn, random);
        var action = new FindingAction(
            finding.Id,
            SampleAgency.Marked(lesson.Did),
            takenOn,
            sample.Id(actedAt, $"action {number}"),
            actedAt
        );
        sample.Announce(FeedKind.ActionRecorded, action.Id, actedAt);

        var observedOn = takenOn.AddDays(random.Between(20, 60));
        if (!random.Chance(60) || !sample.IsPast(observedOn))
            return [finding, action];

        var seenAt = SampleAgency.OfficeHour(observedOn, random);
        return
        [
            finding,
            action,
            new FindingOutcome(
                action.Id,
                SampleAgency.Marked(lesson.Changed),
                observedOn,
                sample.Id(seenAt, $"outcome {number}"),
                seenAt
            ),
        ];
    }
}
