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
            if (random.Chance(45) && Hear(sample, random, @event.EndsOn, @event, survey: null, ++number) is { } chain)
            {
                foreach (var record in chain)
                    yield return record;
            }
        }

        foreach (var survey in sample.Surveys)
        {
            if (
                random.Chance(80)
                && Hear(sample, random, survey.ConductedTo, @event: null, survey, ++number) is { } chain
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
        Event? @event,
        Survey? survey,
        int number
    )
    {
        var foundOn = SampleAgency.WorkingDay(after.AddDays(random.Between(4, 20)));
        if (!sample.IsPast(foundOn))
            return null;

        var ofCustomers = survey?.Kind != SurveyKind.Employee;
        var lessons = random.Chance(50) ? SamplePhrases.Wants : SamplePhrases.Satisfactions;
        if (!ofCustomers)
            lessons = SamplePhrases.Employees;
        // An agency hears one thing after the other.
        var lesson = lessons[(sample.Random("lessons").Next(lessons.Length) + number) % lessons.Length];
        var at = SampleAgency.OfficeHour(foundOn, random);
        var told = sample.Random($"finding {number}");
        FindingTheme? theme = told.Chance(90) ? lesson.Theme : null;
        var finding = new Finding(
            sample.Agency.Id,
            lesson.About,
            SampleAgency.Marked(ofCustomers ? sample.Said(lesson.Heard) : lesson.Heard),
            foundOn,
            @event?.Id,
            survey?.Id,
            sample.Id(at, $"finding {number}"),
            at,
            theme: theme,
            customerGroup: ofCustomers && told.Chance(75) ? Group(sample, told) : null,
            people: People(told, @event?.Attendance ?? survey?.Responses),
            ownTheme: SampleOwnThemes.Under(sample, theme, number)
        );
        sample.Findings.Add(finding);
        sample.Announce(FeedKind.FindingRecorded, finding.Id, at);

        var takenOn = SampleAgency.WorkingDay(foundOn.AddDays(random.Between(10, 60)));
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

        var observedOn = SampleAgency.WorkingDay(takenOn.AddDays(random.Between(20, 60)));
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

    private static CustomerGroup Group(SampleAgency sample, SampleRandom told) =>
        told.Chance(80) ? sample.Theme.Group : CustomerGroup.GeneralPublic;

    // Some of those who were there, where they were counted.
    private static long? People(SampleRandom told, long? there) =>
        there is > 0 and < int.MaxValue && told.Chance(80)
            ? Math.Max(1, there.Value * told.Between(5, 40) / 100)
            : null;
}
