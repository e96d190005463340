namespace Cwa.Model;

/// <summary>A conversation that an agency of the sample plans, before it has a day and a place.</summary>
internal sealed record SampleConversation(EventFormat Format, string Title, string About)
{
    public static SampleConversation Of(SampleAgency sample, SampleRandom random)
    {
        if (SampleHighlights.Of(sample.Agency.Abbreviation) is { } highlights && random.Chance(25))
            return random.Pick(highlights);

        var format = SampleFormats.Pick(random);
        var topic = random.Pick(SampleTopics.Of(sample.Agency.Abbreviation) ?? sample.Theme.Topics);
        return new(format, SampleFormats.Title(format, topic), SampleFormats.About(format, sample, topic, random));
    }

    /// <summary>What a report says about the conversation, once it has a day and a place.</summary>
    public EventFacts On(DateOnly startsOn, SampleRandom random)
    {
        var form = SampleFormats.Of(Format);
        var place = form.Place == PlaceKind.Place ? SamplePlaces.Pick(random) : null;
        var (setting, access) = Format is EventFormat.FocusGroup or EventFormat.AdvisoryMeeting
            ? (Setting.Formal, Access.ByInvitation)
            : (
                random.Chance(35) ? Setting.Formal : Setting.Informal,
                random.Chance(88) ? Access.OpenToPublic : Access.ByInvitation
            );

        return new(
            Title,
            SampleAgency.Marked(About),
            startsOn,
            startsOn.AddDays(random.Between(form.MinDays, form.MaxDays) - 1),
            form.Medium,
            Format,
            setting,
            access,
            random.Chance(60) ? TopicScope.SpecificIssue : TopicScope.OpenTopic,
            SamplePlaces.Languages(place?.State, random),
            form.Place,
            place?.State,
            place is not null && random.Chance(94) ? random.Pick(place.Cities) : null,
            random.Chance(92) ? random.Between(form.MinReach, form.MaxReach) : null
        );
    }
}
