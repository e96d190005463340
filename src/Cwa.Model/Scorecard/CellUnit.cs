namespace Cwa.Model;

/// <summary>What the figure in a scorecard's cell says.</summary>
public enum CellUnit
{
    /// <summary>How many people took part in the agency's conversations.</summary>
    CustomersMet = 1,

    /// <summary>How many of the four forms of media the agency used.</summary>
    MediaOfFour = 2,

    /// <summary>The share of the agency's customers who live where it held a conversation, from 0 to 1.</summary>
    ShareOfCustomersLiving = 3,
}
