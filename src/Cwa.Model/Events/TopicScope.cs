namespace Cwa.Model;

/// <summary>What a conversation may be about.</summary>
public enum TopicScope
{
    /// <summary>One issue that the agency names.</summary>
    SpecificIssue = 1,

    /// <summary>Whatever customers want to raise.</summary>
    OpenTopic = 2,
}
